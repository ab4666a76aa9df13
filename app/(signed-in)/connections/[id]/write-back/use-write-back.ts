'use client';

import { useQueryClient } from '@tanstack/react-query';
import { toast } from '@/app/_ui/toast';
import { useChangeConnection } from '@/app/(signed-in)/connections/use-change-connection';
import { keys } from '@/lib/browser/query-keys';
import type { Connection } from '@/lib/contracts/connection';
import type { WriteBack } from '@/lib/contracts/linear-write';

/** Saving it, even as it was, has the server ask Linear what the key may do. */
export function useWriteBack({ id, writeBack }: Connection) {
  const queryClient = useQueryClient();
  const { mutate, isPending, variables, error } = useChangeConnection(id);
  const save = (wanted: WriteBack, onSuccess?: (saved: Connection) => void) =>
    mutate(
      { change: { writeBack: wanted } },
      {
        onSuccess: (saved) => {
          // The tasks' pages offer what may be written.
          void queryClient.invalidateQueries({ queryKey: keys.linearWrite.targets });
          onSuccess?.(saved);
        },
      },
    );
  return {
    shown: (isPending && variables?.change.writeBack) || writeBack,
    isSaving: isPending,
    error,
    /** What went wrong: setting it anew, or asking again with it as it is. */
    wasCheck: variables?.change.writeBack === writeBack,
    choose: (wanted: WriteBack) => save(wanted),
    checkAgain: () =>
      save(
        writeBack,
        ({ keyCan }) => keyCan.write && toast.success('The key may write. Nothing was changed at Linear.'),
      ),
  };
}
