import {describe, expect, it} from '@jest/globals';
import {apiMethods} from '../../server/protocol/api-methods.js';
import type {GobType} from '../../server/wire/gob/type.js';
import {goMethods} from './fixtures/api-methods.js';

describe('the table of plugin API methods', () => {
  it('has exactly the methods whose Go form is known', () => {
    expect(Object.keys(apiMethods).sort()).toEqual(Object.keys(goMethods).sort());
  });

  it.each(Object.entries(apiMethods))('%s takes and returns what it does in Go', (name, {args, reply}) => {
    expect([fieldsInGo(args), fieldsInGo(reply)]).toEqual(goMethods[name]);
  });
});

/** `A *model.Post, B *model.AppError`: the fields of the struct that carries a call or its answer. */
function fieldsInGo(type: GobType): string {
  if (type.kind !== 'struct') throw new Error('a call is carried by a struct');
  return type.fields.map((field) => `${field.name} ${typeInGo(field.type)}`).join(', ');
}

const byValue = new Set(['PluginKVSetOptions']);
const slicesByValue = new Set(['Preference', 'ChannelMember']);
const scalars = {bool: 'bool', int: 'int64', string: 'string', bytes: '[]byte', any: 'error'} as const;

function typeInGo(type: GobType): string {
  if (type.kind === 'struct') return byValue.has(type.name) ? `model.${type.name}` : `*model.${type.name}`;
  if (type.kind === 'map') return 'map[string]any';
  if (type.kind === 'slice') {
    const element = typeInGo(type.elem);
    const isByValue = type.elem.kind === 'struct' && slicesByValue.has(type.elem.name);
    return `[]${isByValue ? element.replace('*', '') : element}`;
  }
  return scalars[type.kind as keyof typeof scalars];
}
