import { redirect } from 'next/navigation';

/** The dashboard has an address of its own; this one leads there. */
export default function HomePage() {
  redirect('/dashboard');
}
