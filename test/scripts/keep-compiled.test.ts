import vm from 'node:vm';
import {describe, expect, it} from '@jest/globals';

/** Loads it as jest does for a suite, in a world of its own, in which `name` is imported as the text `world`. */
async function loadIn(world: string, source: string): Promise<Record<string, unknown>> {
  const context = vm.createContext({world});
  const module = new vm.SourceTextModule(source, {
    context,
    async importModuleDynamically() {
      const imported = new vm.SyntheticModule(['name'], () => imported.setExport('name', world), {context});
      await imported.link(() => imported);
      await imported.evaluate();
      return imported;
    },
  });
  await module.link(() => module);
  await module.evaluate();
  return module.namespace as Record<string, unknown>;
}

describe('What a worker keeps of a file that it has compiled', () => {
  it('runs anew in the world of each suite', async () => {
    const source = 'export const seen = {world};';
    const [one, other] = [await loadIn('one', source), await loadIn('other', source)];
    expect([one['seen'], other['seen']]).toEqual([{world: 'one'}, {world: 'other'}]);
  });

  it('leaves a file that imports while it runs to the world of each suite', async () => {
    const source = "export const name = async () => (await import('elsewhere')).name;";
    const names = [];
    for (const world of ['one', 'other']) {
      const {name} = (await loadIn(world, source)) as {name: () => Promise<string>};
      names.push(await name());
    }
    expect(names).toEqual(['one', 'other']);
  });
});
