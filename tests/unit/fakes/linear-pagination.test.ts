import { afterEach, describe, expect, test } from 'vitest';
import { type IssuePage, identifiers, makeIssues, type Rig, startRig } from './ask-linear';

let rig: Rig;

afterEach(() => rig.simulator.stop());

async function start(options: Parameters<typeof startRig>[0] = {}, count = 6): Promise<void> {
  rig = await startRig(options);
  makeIssues(rig, count);
}

describe('pages of issues', () => {
  test('come newest first, 50 by default', async () => {
    await start({}, 60);
    const page = await rig.page();
    expect(page.nodes).toHaveLength(50);
    expect(page.nodes[0]?.identifier).toBe('ENG-60');
    expect(page.pageInfo.hasNextPage).toBe(true);
  });

  test('end without a next page, and give every issue once', async () => {
    await start();
    const first = await rig.page({ first: 4 });
    const second = await rig.page({ first: 4, after: first.pageInfo.endCursor });
    expect([...identifiers(first), ...identifiers(second)]).toEqual([
      'ENG-6',
      'ENG-5',
      'ENG-4',
      'ENG-3',
      'ENG-2',
      'ENG-1',
    ]);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect((await rig.page({ first: 6 })).pageInfo.hasNextPage).toBe(false);
  });

  test('have the id of the last node as cursor', async () => {
    await start();
    const page = await rig.page({ first: 2 });
    expect(page.pageInfo.endCursor).toBe(page.nodes[1]?.id);
  });

  test('go backwards with last and before, still newest first', async () => {
    await start();
    const { id } = rig.simulator.workspace.issue('ENG-2');
    const { body } = await rig.ask(
      `{ issues(last: 2, before: "${id}") { nodes { identifier } pageInfo { hasPreviousPage startCursor } } }`,
    );
    expect(body.data?.issues).toMatchObject({
      nodes: [{ identifier: 'ENG-4' }, { identifier: 'ENG-3' }],
      pageInfo: { hasPreviousPage: true },
    });
  });

  test('have edges with a cursor each', async () => {
    await start();
    const { body } = await rig.ask('{ issues(first: 1) { edges { cursor node { id identifier } } } }');
    const { id } = rig.simulator.workspace.issue('ENG-6');
    expect(body.data?.issues).toEqual({ edges: [{ cursor: id, node: { id, identifier: 'ENG-6' } }] });
  });

  test('resolve the anchor under the order of this request, so that a change of order skips rows', async () => {
    await start();
    rig.tick();
    rig.simulator.workspace.updateIssue('ENG-2', { title: 'Touched' });
    const first = await rig.page({ first: 2 });
    const second = await rig.page({ first: 2, after: first.pageInfo.endCursor, orderBy: 'updatedAt' });
    expect(identifiers(second)).toEqual(['ENG-4', 'ENG-3']);
    const head = await rig.page({ first: 1, orderBy: 'updatedAt' });
    expect(identifiers(head)).toEqual(['ENG-2']);
  });

  test('miss archived and trashed issues unless asked for them', async () => {
    await start({}, 3);
    rig.simulator.workspace.archiveIssue('ENG-1');
    rig.simulator.workspace.trashIssue('ENG-2');
    expect(identifiers(await rig.page())).toEqual(['ENG-3']);
    const all = await rig.page({ includeArchived: true });
    expect(identifiers(all)).toEqual(['ENG-3', 'ENG-2', 'ENG-1']);
    expect(all.nodes.map((node) => node.trashed)).toEqual([null, true, null]);
  });
});

describe('a cursor whose rows have moved', () => {
  async function walkAround(happening: () => void, orderBy: 'createdAt' | 'updatedAt'): Promise<string[]> {
    const first = await rig.page({ first: 2, orderBy, includeArchived: true });
    rig.tick();
    happening();
    return identifiers(await rig.page({ first: 2, orderBy, includeArchived: true, after: first.pageInfo.endCursor }));
  }

  const bump = (ref: string) => () => rig.simulator.workspace.updateIssue(ref, { title: 'Touched' });
  const destroy = (ref: string) => () => rig.simulator.workspace.deletePermanently(ref);

  test('reads again from the top when its anchor was changed', async () => {
    await start();
    expect(await walkAround(bump('ENG-5'), 'updatedAt')).toEqual(['ENG-6', 'ENG-4']);
  });

  test('goes on undisturbed in the order of creation', async () => {
    await start();
    expect(await walkAround(bump('ENG-5'), 'createdAt')).toEqual(['ENG-4', 'ENG-3']);
  });

  test('goes on from where a deleted anchor stood', async () => {
    await start();
    expect(await walkAround(destroy('ENG-5'), 'updatedAt')).toEqual(['ENG-4', 'ENG-3']);
  });

  test('is refused for a deleted anchor under lost-anchor', async () => {
    await start({ cursorBehaviour: 'lost-anchor' });
    await expect(walkAround(destroy('ENG-5'), 'createdAt')).rejects.toThrow('Entity not found');
  });

  test('starts over for a deleted anchor under restart', async () => {
    await start({ cursorBehaviour: 'restart' });
    expect(await walkAround(destroy('ENG-5'), 'createdAt')).toEqual(['ENG-6', 'ENG-4']);
  });

  test('skips a row after a deletion under offset', async () => {
    await start({ cursorBehaviour: 'offset' });
    expect(await walkAround(destroy('ENG-5'), 'createdAt')).toEqual(['ENG-3', 'ENG-2']);
  });

  test('keeps to the list of the first page under snapshot', async () => {
    await start({ cursorBehaviour: 'snapshot' });
    expect(await walkAround(bump('ENG-4'), 'updatedAt')).toEqual(['ENG-4', 'ENG-3']);
  });

  test('keeps its list under snapshot although every issue has a list of labels of its own', async () => {
    await start({ cursorBehaviour: 'snapshot' }, 160);
    const query = (after: string) =>
      `{ issues(first: 80${after}) { nodes { identifier labels { nodes { id } } } pageInfo { endCursor } } }`;
    const first = (await rig.ask(query(''))).body.data?.issues as IssuePage;
    const { body } = await rig.ask(query(`, after: "${first.pageInfo.endCursor}"`));
    expect(identifiers(body.data?.issues as IssuePage).at(-1)).toBe('ENG-1');
  });

  test('never meets an empty page with a next one under snapshot, even when all its rows are gone', async () => {
    await start({ cursorBehaviour: 'snapshot' });
    const happening = () => {
      for (const ref of ['ENG-4', 'ENG-3']) rig.simulator.workspace.deletePermanently(ref);
    };
    expect(await walkAround(happening, 'createdAt')).toEqual(['ENG-2', 'ENG-1']);
  });
});
