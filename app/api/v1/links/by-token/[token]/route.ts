import { previewLink } from '@/lib/auth/accept-link';
import { handle } from '@/lib/http/handle';
import { linkOperations } from '@/lib/http/operations-people';

export const GET = handle(linkOperations.preview, ({ params, now }) => previewLink(params.token, now));
