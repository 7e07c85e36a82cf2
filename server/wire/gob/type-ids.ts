import type {wireType} from './bootstrap.js';
import {BASIC_IDS, FIRST_FREE_ID} from './bootstrap.js';
import {resolve, type GobField, type GobShape, type GobType, type GobValue} from './type.js';

/** A definition that has to reach the other side before a value of the type does. */
export interface Definition {
  readonly id: number;
  readonly wire: GobValue<typeof wireType>;
}

/**
 * The ids of one encoder's types. Ids and the order of definitions are those of Go's own encoder: a struct takes
 * its id before its fields take theirs, slices and maps after their elements; definitions go from outside in.
 */
export class TypeIds {
  private readonly ids = new Map<GobShape, number>();
  private readonly defined = new Set<number>();
  private readonly entered = new Set<GobShape>();
  private next = FIRST_FREE_ID + 1;
  private fresh: GobShape[] = [];

  /** The id of a type; what must be defined before its first use is handed to `define`. */
  idOf(type: GobType, define: (definition: Definition) => void): number {
    const shape = resolve(type);
    const id = this.assign(shape);
    this.announce(shape, define);
    return id;
  }

  /** Everything since the last commit has reached the wire. */
  commit(): void {
    this.fresh = [];
  }

  /** Nothing since the last commit has: forget it. */
  rollback(): void {
    for (const shape of this.fresh) {
      this.defined.delete(this.ids.get(shape) ?? 0);
      this.ids.delete(shape);
    }
    this.next -= this.fresh.length;
    this.fresh = [];
  }

  private assign(type: GobType): number {
    const shape = resolve(type);
    const known = basicId(shape) ?? this.ids.get(shape);
    if (known !== undefined) return known;
    return shape.kind === 'slice' || shape.kind === 'map'
      ? this.assignAfterParts(shape)
      : this.assignBeforeParts(shape);
  }

  private assignBeforeParts(shape: GobShape): number {
    const id = this.take(shape);
    for (const part of parts(shape)) this.assign(part);
    return id;
  }

  private assignAfterParts(shape: GobShape): number {
    // Met again inside itself it cannot wait any longer.
    if (this.entered.has(shape)) return this.take(shape);
    this.entered.add(shape);
    for (const part of parts(shape)) this.assign(part);
    this.entered.delete(shape);
    return this.ids.get(shape) ?? this.take(shape);
  }

  private take(shape: GobShape): number {
    const id = this.next++;
    this.ids.set(shape, id);
    this.fresh.push(shape);
    return id;
  }

  private announce(type: GobType, define: (definition: Definition) => void): void {
    const shape = resolve(type);
    const id = this.ids.get(shape);
    if (id === undefined || this.defined.has(id)) return;
    this.defined.add(id);
    define({id, wire: this.describe(shape, id)});
    for (const part of parts(shape)) this.announce(part, define);
  }

  private describe(shape: GobShape, id: number): Definition['wire'] {
    switch (shape.kind) {
      case 'slice':
        return {SliceT: {CommonType: {Id: id}, Elem: this.assign(shape.elem)}};
      case 'map':
        return {MapT: {CommonType: {Id: id}, Key: this.assign(shape.key), Elem: this.assign(shape.elem)}};
      case 'struct':
        return {
          StructT: {CommonType: {Name: shape.name, Id: id}, Field: shape.fields.map(this.describeField)},
        };
      case 'marshaler':
        return {[shape.by]: {CommonType: {Name: shape.name, Id: id}}};
      default:
        return {};
    }
  }

  private readonly describeField = ({name, type}: GobField) => ({Name: name, Id: this.assign(type)});
}

function basicId(shape: GobShape): number | undefined {
  return shape.kind in BASIC_IDS ? BASIC_IDS[shape.kind as keyof typeof BASIC_IDS] : undefined;
}

function parts(shape: GobShape): readonly GobType[] {
  switch (shape.kind) {
    case 'slice':
      return [shape.elem];
    case 'map':
      return [shape.key, shape.elem];
    case 'struct':
      return shape.fields.map((field) => field.type);
    default:
      return [];
  }
}
