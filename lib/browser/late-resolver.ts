import 'client-only';
import type { FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';

/**
 * The resolver of a form that is there at first sight: zod and the schema come when the form is checked, not with the
 * page (docs/decisions/010). Without a network they do not come; then the server, which checks all the same, has the
 * word.
 */
export function lateResolver<Input extends FieldValues, Output>(
  load: () => Promise<z.ZodType<Output, Input>>,
): Resolver<Input, unknown, Output> {
  return async (values, context, options) => {
    const parts = await Promise.all([import('@hookform/resolvers/zod'), load()]).catch(() => null);
    if (parts === null) return { values: values as unknown as Output, errors: {} };
    const [{ zodResolver }, schema] = parts;
    return zodResolver(schema)(values, context, options);
  };
}
