'use client';

import { parseAsString, useQueryState } from 'nuqs';
import { toast } from '@/app/_ui/toast';
import { toastError } from '@/app/_ui/toast-error';
import { toastUndo } from '@/app/_ui/toast-undo';
import { isSameQuery } from './report-filters';
import type { ReportFilterState } from './use-report-filters';
import { useChangeView, useDeleteView, useReportViews, useSaveView } from './use-report-views';

/** The view that was opened, which the report may have left since. */
export function useCurrentView({ query, open }: ReportFilterState) {
  const [viewId, setViewId] = useQueryState('view', parseAsString);
  const { data: views = [] } = useReportViews();
  const save = useSaveView();
  const change = useChangeView();
  const drop = useDeleteView();
  const current = views.find(({ id }) => id === viewId) ?? null;

  function openView(id: string) {
    const view = views.find((each) => each.id === id);
    if (!view) return;
    void setViewId(id);
    void open(view.query);
  }
  function update() {
    if (!current) return;
    change.mutate(
      { id: current.id, query },
      {
        onSuccess: () => toast.success(`${current.name} updated.`),
        onError: (error) => toastError('The view could not be updated.', error),
      },
    );
  }
  function remove() {
    if (!current) return;
    const { id, name, query: kept } = current;
    drop.mutate(id, {
      onSuccess: () => {
        void setViewId(null);
        toastUndo(`${name} deleted.`, () =>
          save.mutate(
            { name, query: kept },
            {
              onSuccess: (restored) => void setViewId(restored.id),
              onError: (error) => toastError('The view could not be brought back.', error),
            },
          ),
        );
      },
      onError: (error) => toastError('The view could not be deleted.', error),
    });
  }
  return {
    views,
    current,
    isEdited: current !== null && !isSameQuery(current.query, query),
    openView,
    update,
    remove,
    setCurrent: (id: string) => void setViewId(id),
  };
}
