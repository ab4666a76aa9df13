'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Field } from '@/app/_ui/field';
import { Input } from '@/app/_ui/input';
import { chooseByTyping, correctKey, nearestTeam, type Team, type TeamChoice } from './team-choice';

type TypedTeamKeysProps = {
  teams: readonly Team[];
  value: TeamChoice;
  onChange: (choice: TeamChoice) => void;
  isInvalid: boolean;
};

/** The other way to choose: typing keys ticks the teams above, and ticking writes the keys here. */
export function TypedTeamKeys({ teams, value, onChange, isInvalid }: TypedTeamKeysProps) {
  const [isTyping, setIsTyping] = useState(false);
  // The last word may still become a key.
  const unfinished = isTyping ? /[^\s,;]+$/.exec(value.typed)?.[0] : undefined;
  const unknown = value.unknown.filter((word) => word !== unfinished);
  return (
    <div className="flex flex-col gap-2">
      <Field label="Or type team keys" optional hint="Upper or lower case, separated by commas. Empty means all teams.">
        <Input
          value={value.typed}
          onChange={(event) => {
            setIsTyping(true);
            onChange(chooseByTyping(event.target.value, teams));
          }}
          onBlur={() => setIsTyping(false)}
          placeholder="ENG, mob"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isInvalid || unknown.length > 0 || undefined}
        />
      </Field>
      {unknown.length > 0 && (
        <div role="alert">
          <ul aria-label="Unknown team keys" className="flex flex-col gap-1">
            {unknown.map((word) => (
              <UnknownKey
                key={word}
                word={word}
                nearest={nearestTeam(word, teams)}
                onCorrect={(right) => onChange(correctKey(value, teams, word, right))}
              />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

type UnknownKeyProps = { word: string; nearest: Team | null; onCorrect: (key: string) => void };

function UnknownKey({ word, nearest, onCorrect }: UnknownKeyProps) {
  return (
    <li className="flex flex-wrap items-center gap-2 text-danger text-xs">
      <span>No team has the key "{word}".</span>
      {nearest && (
        <Button size="sm" onClick={() => onCorrect(nearest.key)}>
          Did you mean {nearest.key}?
        </Button>
      )}
    </li>
  );
}
