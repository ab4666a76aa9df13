'use client';

import type { ErrorInfo } from 'next/error';
import { PlainError } from './_ui/plain-error';

export default function ErrorPage({ error, retry }: ErrorInfo) {
  return <PlainError title="This page could not be shown." error={error} retry={retry} />;
}
