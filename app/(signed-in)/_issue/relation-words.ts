import type { IssueRelationView, RelationInput } from '@/lib/contracts/linear-write';
import { relationTypes } from '@/lib/contracts/values';

export const relationNames: Record<IssueRelationView['type'], string> = {
  blocks: 'Blocks',
  blocked_by: 'Blocked by',
  related: 'Related to',
  duplicate: 'Duplicate of',
  duplicated_by: 'Duplicated by',
};

export const relationOptions: { value: RelationInput['type']; label: string }[] = relationTypes.map((value) => ({
  value,
  label: relationNames[value],
}));
