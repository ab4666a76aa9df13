import { describe, expect, it } from 'vitest';
import { foldText, labelKey, labelText, searchText } from '@/lib/tracking/search-text';
import { taskName } from '@/lib/tracking/task-name';

describe('the name of a task', () => {
  it('puts the identifier before the title', () => {
    expect(taskName('ENG-42', 'Fix login')).toBe('ENG-42: Fix login');
  });

  it('is the bare title when there is no identifier', () => {
    expect(taskName(null, 'Fix login')).toBe('Fix login');
    expect(taskName('', 'Fix login')).toBe('Fix login');
  });

  it('leaves emoji, markup and formulas as they are', () => {
    const title = '=HYPERLINK("x") <b>🚀</b>';
    expect(taskName('ENG-1', title)).toBe(`ENG-1: ${title}`);
  });
});

describe('the text that a search looks through', () => {
  it('holds the identifier, the old identifiers and the title in lower case', () => {
    const text = searchText({ identifier: 'ENG-42', previousIdentifiers: ['MOB-7', 'OLD-1'], title: 'Fix  LOGIN' });
    expect(text).toBe('eng-42 mob-7 old-1 fix login');
  });

  it('is only the title when there is no identifier', () => {
    expect(searchText({ identifier: null, previousIdentifiers: [], title: 'Call Ada' })).toBe('call ada');
  });

  it('folds accents and compatible forms', () => {
    expect(foldText('Résumé')).toBe('resume');
    expect(foldText('Re\u0301sume\u0301')).toBe('resume');
    expect(foldText('ﬁle')).toBe('file');
    expect(foldText('Ｆｕｌｌ')).toBe('full');
  });

  it('keeps other scripts and emoji findable', () => {
    expect(foldText('ログイン 한국어 🚀')).toBe('ログイン 한국어 🚀');
  });
});

describe('the text that a label filter looks through', () => {
  it('stands between bars, folded and once', () => {
    expect(labelText(['Bug', 'UI', 'bug'])).toBe('|bug|ui|');
  });

  it('is a single bar without labels', () => {
    expect(labelText([])).toBe('|');
  });

  it('keeps a bar in a label apart from the bars between labels', () => {
    expect(labelText(['a|b'])).toBe(`|${labelKey('a|b')}|`);
    expect(labelKey('a|b')).not.toContain('|');
  });
});
