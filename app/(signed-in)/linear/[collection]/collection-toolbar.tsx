'use client';

import { SearchInput } from '@/app/_ui/search-input';
import { Select } from '@/app/_ui/select';
import { type BrowsedCollection, collectionWords, hasTeams } from '@/app/(signed-in)/linear/collection-words';
import { useAllProjects } from '@/app/(signed-in)/projects/use-all-projects';
import type { CollectionFilterState } from './use-collection-filters';

type CollectionToolbarProps = { collection: BrowsedCollection; state: CollectionFilterState };

export function CollectionToolbar({ collection, state: { filters, setSearch, setTeam } }: CollectionToolbarProps) {
  return (
    <div className="mb-3 flex flex-wrap gap-2">
      <SearchInput
        value={filters.q}
        onChange={setSearch}
        placeholder={`Search ${collectionWords[collection].noun}`}
        className="w-72 max-md:w-full"
      />
      {hasTeams(collection) && <TeamSelect value={filters.team} onChange={setTeam} />}
    </div>
  );
}

const anyTeam = 'any';

/** Each synced team is a project here. */
function TeamSelect({ value, onChange }: { value: string | null; onChange: (team: string | null) => void }) {
  const projects = useAllProjects();
  const teams = (projects.data ?? []).flatMap(({ source, key, name }) =>
    source === 'linear' && key !== null ? [{ value: key, label: name, hint: key }] : [],
  );
  // The one of the address bar is shown, also while the others are on their way.
  const isKnown = value === null || teams.some((team) => team.value === value);
  const options = [
    { value: anyTeam, label: 'All teams' },
    ...(isKnown ? [] : [{ value: value ?? '', label: value ?? '' }]),
    ...teams,
  ];
  return (
    <Select
      aria-label="Team"
      className="w-48 text-sm"
      options={options}
      value={value ?? anyTeam}
      onChange={(chosen) => onChange(chosen === anyTeam ? null : chosen)}
    />
  );
}
