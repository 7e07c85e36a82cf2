import {BASIC_IDS, BOOTSTRAP_IDS, FIRST_FREE_ID, type fieldType, type wireType} from './bootstrap.js';
import {GobError} from './gob-error.js';
import {resolve, type GobShape, type GobType, type GobValue} from './type.js';

export interface FieldDef {
  readonly name: string;
  readonly id: number;
}

/** A type as its sender defined it. Parts are ids: they may be defined later. */
export type TypeDef =
  | {readonly kind: 'bool' | 'int' | 'uint' | 'float' | 'bytes' | 'string' | 'complex' | 'any'}
  | {readonly kind: 'list'; readonly elem: number; readonly length: number | undefined}
  | {readonly kind: 'map'; readonly key: number; readonly elem: number}
  | {readonly kind: 'struct'; readonly fields: readonly FieldDef[]};

/** Go sends exported fields only. This also keeps `__proto__` out of decoded objects. */
const EXPORTED = /^\p{Lu}[\p{L}\p{Nd}_]*$/u;

/** The types one stream has defined so far. */
export class TypeTable {
  private readonly types = new Map<number, TypeDef>(BUILT_IN);

  /** `room`: how many types and struct fields may still be defined. */
  constructor(private room: number) {}

  get(id: number): TypeDef {
    const type = this.types.get(id);
    if (!type) throw new GobError('undefined-type', `type ${id} is not defined`);
    return type;
  }

  define(id: number, wire: GobValue<typeof wireType>): void {
    if (id < FIRST_FREE_ID || this.types.has(id)) throw new GobError('malformed', `type ${id} is taken`);
    const type = definitionOf(wire);
    this.room -= 1 + (type.kind === 'struct' ? type.fields.length : 0);
    if (this.room < 0) throw new GobError('over-limit', 'too many types defined');
    this.types.set(id, type);
  }
}

function definitionOf(wire: GobValue<typeof wireType>): TypeDef {
  if (wire.ArrayT) return {kind: 'list', elem: wire.ArrayT.Elem ?? 0, length: wire.ArrayT.Len ?? 0};
  if (wire.SliceT) return {kind: 'list', elem: wire.SliceT.Elem ?? 0, length: undefined};
  if (wire.StructT) return {kind: 'struct', fields: (wire.StructT.Field ?? []).map(fieldOf)};
  if (wire.MapT) return {kind: 'map', key: wire.MapT.Key ?? 0, elem: wire.MapT.Elem ?? 0};
  if (wire.GobEncoderT || wire.BinaryMarshalerT) return {kind: 'bytes'};
  if (wire.TextMarshalerT) return {kind: 'string'};
  throw new GobError('malformed', 'a type definition without a type');
}

function fieldOf({Name: name = '', Id: id = 0}: GobValue<typeof fieldType>): FieldDef {
  if (!EXPORTED.test(name)) throw new GobError('malformed', 'a field name Go would not export');
  return {name, id};
}

/** A definition as data: what the encoder would describe, with ids gob knows by itself. */
function builtIn(type: GobShape): TypeDef {
  const shape = resolve(type);
  switch (shape.kind) {
    case 'struct':
      return {kind: 'struct', fields: shape.fields.map(({name, type}) => ({name, id: builtInId(type)}))};
    case 'slice':
      return {kind: 'list', elem: builtInId(shape.elem), length: undefined};
    default:
      throw new Error(`gob describes itself without a ${shape.kind}`);
  }
}

function builtInId(type: GobType): number {
  return BOOTSTRAP_IDS.get(type) ?? BASIC_IDS[type.kind as keyof typeof BASIC_IDS];
}

const BASIC_KINDS = ['bool', 'int', 'uint', 'float', 'bytes', 'string', 'complex', 'any'] as const;

const BUILT_IN: readonly (readonly [number, TypeDef])[] = [
  ...BASIC_KINDS.map((kind): [number, TypeDef] => [BASIC_IDS[kind], {kind}]),
  ...[...BOOTSTRAP_IDS].map(([shape, id]): [number, TypeDef] => [id, builtIn(shape)]),
];
