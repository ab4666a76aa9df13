import type { Metadata } from 'next';
import { ProjectScreen } from './project-screen';

export const metadata: Metadata = { title: 'Project' };

export default async function ProjectPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <ProjectScreen key={id} projectId={id} />;
}
