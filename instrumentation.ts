/** Next calls this once, when the server starts. Everything that needs Node stays behind the check. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startServer } = await import('@/lib/jobs/start-server');
  await startServer();
}
