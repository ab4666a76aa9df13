import type { Metadata } from 'next';
import { TaskByIdentifier } from './task-by-identifier';

export const metadata: Metadata = { title: 'Task' };

export default async function TaskByIdentifierPage({ params }: { params: Promise<{ identifier: string }> }) {
  const { identifier } = await params;
  return <TaskByIdentifier identifier={decodeURIComponent(identifier)} />;
}
