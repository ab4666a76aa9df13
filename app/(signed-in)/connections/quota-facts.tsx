import { Definition } from '@/app/_ui/definition-list';
import { formatCount } from '@/app/_ui/format-number';
import { RelativeTime } from '@/app/_ui/relative-time';
import type { Quota } from '@/lib/contracts/connection';

/** What Linear still allows the key's owner this hour; rows of a definition list. */
export function QuotaFacts({ quota }: { quota: Quota }) {
  return (
    <>
      <BucketFact term="Requests left" bucket={quota.requests} />
      <BucketFact term="Points left" bucket={quota.complexity} />
    </>
  );
}

type BucketFactProps = { term: string; bucket: Quota['requests'] };

function BucketFact({ term, bucket }: BucketFactProps) {
  if (!bucket) return null;
  return (
    <Definition term={term}>
      <span className="figures">
        {formatCount(bucket.remaining)} of {formatCount(bucket.limit)}
      </span>
      {bucket.resetAt && bucket.remaining < bucket.limit && (
        <span className="text-muted">
          , resets <RelativeTime at={bucket.resetAt} />
        </span>
      )}
    </Definition>
  );
}
