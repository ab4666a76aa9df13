import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName, idOfFile, safeName } from '@/lib/sync/export/export-linear-names';
import { exportTrouble } from '@/lib/sync/export/export-linear-trouble';

describe('the name of a file', () => {
  it('is the id itself for those that Linear gives', () => {
    expect(fileName('0a7f4ce2-5a0e-4bb1-8b1e-3c1f6f4b9d11')).toBe('0a7f4ce2-5a0e-4bb1-8b1e-3c1f6f4b9d11.json');
  });

  it('never leads out of the folder, hides, or stands for two ids', () => {
    const anyId = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('..', '.', '../x', 'a/b', 'a\\b', 'x.json', '', 'con '),
    );
    fc.assert(
      fc.property(anyId, (id) => {
        const name = safeName(id);
        if (name === null) return;
        expect(name).toMatch(/^[\w%-]+$/);
        expect(idOfFile(`${name}.json`)).toBe(id);
      }),
      { numRuns: 1000 },
    );
  });

  it('is none for what no file can be called after', () => {
    expect([safeName(''), safeName('x'.repeat(300)), safeName('\ud800')]).toEqual([null, null, null]);
  });

  it('is told from the files of others', () => {
    for (const other of ['notes.txt', '.sync-state.json', 'my notes.json', '%zz.json', '%41.json', '.json'])
      expect(idOfFile(other), other).toBeNull();
  });
});

describe('trouble with the disk', () => {
  const trouble = (code: string) => Object.assign(new Error(`${code}: no`), { code, syscall: 'write' });

  it('is told in plain words, with what to do', () => {
    expect(exportTrouble(trouble('ENOSPC'), '/srv/exports/linear')).toMatchObject({
      code: 'export_failed',
      message: 'The folder /srv/exports/linear cannot be written: the disk is full.',
      hint: expect.stringContaining('Free some space.'),
    });
    expect(exportTrouble(trouble('EACCES'), '/x')).toMatchObject({
      message: expect.stringContaining('may not write there'),
    });
    expect(exportTrouble(trouble('EIO'), '/x')).toMatchObject({ message: expect.stringContaining('EIO') });
  });

  it('is not made of what has nothing to do with it', () => {
    const bug = new TypeError('x is undefined');
    expect(exportTrouble(bug, '/x')).toBe(bug);
  });
});
