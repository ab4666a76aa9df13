'use client';

import { useId, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Checkbox } from '@/app/_ui/checkbox';
import { formatCount, plural } from '@/app/_ui/format-number';
import { Panel } from '@/app/_ui/panel';
import { SearchInput } from '@/app/_ui/search-input';
import { allTeams, chooseKeys, isChosen, type Team, type TeamChoice, toggleTeam } from './team-choice';
import { TypedTeamKeys } from './typed-team-keys';

export type PickableTeam = Team & { id: string; issueCount: number };

type TeamPickerProps = {
  teams: readonly PickableTeam[];
  value: TeamChoice;
  onChange: (choice: TeamChoice) => void;
  error?: string | undefined;
};

const searchFrom = 9;

export function TeamPicker({ teams, value, onChange, error }: TeamPickerProps) {
  const [search, setSearch] = useState('');
  const word = search.trim().toLowerCase();
  const shown = teams.filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(word));
  const chosenCount = teams.filter((team) => isChosen(value, team.key)).length;
  const hasSearch = teams.length >= searchFrom;
  return (
    <div className="flex flex-col gap-3">
      <Panel flush>
        <div className="border-line border-b px-3 py-2">
          <Checkbox
            label="All teams, new ones included"
            hint="A team that is added in Linear later is imported too."
            checked={value.all}
            onCheckedChange={(checked) =>
              onChange(checked === true ? allTeams : chooseKeys(teams.map(({ key }) => key)))
            }
          />
        </div>
        <div className="flex flex-wrap items-center gap-2 border-line border-b bg-subtle px-3 py-1.5">
          {hasSearch && (
            <SearchInput
              value={search}
              onChange={setSearch}
              placeholder="Search teams"
              className="w-56 max-sm:w-full"
            />
          )}
          <span className="figures mr-auto text-muted text-xs" role="status">
            {formatCount(chosenCount)} of {plural(teams.length, 'team')} chosen
          </span>
          <Button size="sm" variant="ghost" onClick={() => onChange(chooseKeys(teams.map(({ key }) => key)))}>
            Select all
          </Button>
          <Button size="sm" variant="ghost" onClick={() => onChange(chooseKeys([]))}>
            Select none
          </Button>
        </div>
        <ul aria-label="Teams" className="max-h-80 overflow-y-auto">
          {shown.map((team) => (
            <TeamRow
              key={team.id}
              team={team}
              isChecked={isChosen(value, team.key)}
              onToggle={() => onChange(toggleTeam(value, teams, team.key))}
            />
          ))}
          {shown.length === 0 && (
            <li className="px-3 py-4 text-center text-muted text-sm">
              {teams.length === 0 ? 'The key sees no team of this workspace.' : `No team matches "${search}".`}
            </li>
          )}
        </ul>
      </Panel>
      <TypedTeamKeys teams={teams} value={value} onChange={onChange} isInvalid={error !== undefined} />
      {error && value.unknown.length === 0 && (
        <p role="alert" className="text-danger text-xs">
          {error}
        </p>
      )}
    </div>
  );
}

type TeamRowProps = { team: PickableTeam; isChecked: boolean; onToggle: () => void };

function TeamRow({ team, isChecked, onToggle }: TeamRowProps) {
  const id = useId();
  return (
    <li className="flex h-9 items-center gap-2 border-line border-b px-3 last:border-b-0 hover:bg-subtle pointer-coarse:h-11">
      <Checkbox id={id} checked={isChecked} onCheckedChange={onToggle} aria-labelledby={`${id}-label`} />
      <label id={`${id}-label`} htmlFor={id} className="flex min-w-0 flex-1 items-baseline gap-2 py-1 text-sm">
        <span className="truncate text-ink">{team.name}</span>
        <span className="shrink-0 text-faint text-xs">{team.key}</span>
        <span className="figures ml-auto shrink-0 text-muted text-xs">{plural(team.issueCount, 'issue')}</span>
      </label>
    </li>
  );
}
