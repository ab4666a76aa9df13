import { handle } from '@/lib/http/handle';
import { installationOperations } from '@/lib/http/operations-money';
import { changeInstallation, showInstallation } from '@/lib/tracking/installation';

export const GET = handle(installationOperations.get, ({ actor }) => showInstallation(actor));
export const PATCH = handle(installationOperations.change, ({ actor, body, now }) =>
  changeInstallation(actor, body, now),
);
