import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { collectionWords, isBrowsed } from '@/app/(signed-in)/linear/collection-words';
import { CollectionScreen } from './collection-screen';

type Props = { params: Promise<{ collection: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { collection } = await params;
  return { title: isBrowsed(collection) ? collectionWords[collection].title : 'Linear' };
}

export default async function CollectionPage({ params }: Props) {
  const { collection } = await params;
  if (collection === 'issues') redirect('/tasks?source=linear');
  if (!isBrowsed(collection)) notFound();
  return <CollectionScreen key={collection} collection={collection} />;
}
