import type { Metadata } from 'next';
import { TaskScreen } from './task-screen';

export const metadata: Metadata = { title: 'Task' };

export default async function TaskPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <TaskScreen key={id} taskId={id} />;
}
