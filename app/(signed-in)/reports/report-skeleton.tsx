import { Panel } from '@/app/_ui/panel';
import { Skeleton, SkeletonRows } from '@/app/_ui/skeleton';

/** The shape of a report that is being made. */
export function ReportSkeleton() {
  return (
    <div className="flex animate-appear-late flex-col gap-4">
      <Panel>
        <div className="flex gap-8">
          {['w-24', 'w-28', 'w-20'].map((width) => (
            <Skeleton key={width} className={`h-9 ${width}`} />
          ))}
        </div>
        <Skeleton className="mt-6 h-56" />
      </Panel>
      <Panel flush>
        <SkeletonRows rows={6} label="Making the report" />
      </Panel>
    </div>
  );
}
