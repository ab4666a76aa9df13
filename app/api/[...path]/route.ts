import { answerUnknownPath } from '@/lib/http/answer-unknown-path';

export const GET = answerUnknownPath;
export const POST = answerUnknownPath;
export const PATCH = answerUnknownPath;
export const PUT = answerUnknownPath;
export const DELETE = answerUnknownPath;
