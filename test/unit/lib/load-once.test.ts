import {expect, it} from '@jest/globals';
import {loadOnce} from '../../../server/lib/load-once.js';

it('What is loaded once is kept, and a load that fails is tried again by the next caller', async () => {
  const answers = [
    Promise.reject(new Error('no such file')),
    Promise.resolve('first'),
    Promise.resolve('second'),
  ];
  let loads = 0;
  const get = loadOnce(() => {
    loads += 1;
    return answers.shift() ?? Promise.resolve('none');
  });
  await expect(Promise.all([get(), get()])).rejects.toThrow('no such file');
  expect([await get(), await get(), loads]).toEqual(['first', 'first', 2]);
});
