import {BOOTSTRAP_IDS, wireType} from './bootstrap.js';
import type {DecoderLimits} from './decoder-limits.js';
import {
  InterfaceFrame,
  ListFrame,
  MapFrame,
  OPENED,
  StructFrame,
  type Frame,
  type FrameSource,
} from './frame.js';
import {GobError} from './gob-error.js';
import {GobReader} from './gob-reader.js';
import type {GobValue} from './type.js';
import type {TypeTable} from './type-table.js';
import {type TypeDef} from './type-table.js';

/** Says that the value goes on in a message that has not arrived. */
export const STARVED = Symbol('starved');

/**
 * Reads values with a stack of its own instead of recursion. So a value may stop in the middle, at the end of a
 * message, and go on where it stopped: nothing is read twice, however many messages a value is spread over.
 */
export class ValueMachine implements FrameSource {
  reader = new GobReader(Buffer.alloc(0));
  private readonly stack: Frame[] = [];
  private valuesLeft = 0;

  constructor(
    private readonly types: TypeTable,
    private readonly limits: DecoderLimits,
  ) {}

  /** True between values. */
  get idle(): boolean {
    return this.stack.length === 0;
  }

  /** Begins a top-level value: the value, or STARVED. */
  start(typeId: number): unknown {
    this.valuesLeft = this.limits.values;
    const value = this.readAlone(typeId);
    return value === OPENED ? this.resume() : value;
  }

  /** Goes on after STARVED, with the next message in `reader`. */
  resume(): unknown {
    for (;;) {
      const frame = this.stack.at(-1);
      if (!frame) return undefined;
      const outcome = frame.advance(this);
      if (outcome === 'starved') return STARVED;
      if (outcome === 'opened') continue;
      this.stack.pop();
      const parent = this.stack.at(-1);
      if (!parent) return frame.value;
      parent.receive(frame.value);
    }
  }

  read(typeId: number): unknown {
    if (--this.valuesLeft < 0)
      throw new GobError('over-limit', `more than ${this.limits.values} values in one`);
    const type = this.types.get(typeId);
    switch (type.kind) {
      case 'struct':
        return this.open(new StructFrame(type.fields));
      case 'list':
        return this.open(new ListFrame(type.elem, this.length(type)));
      case 'map':
        return this.open(this.mapFrame(type));
      case 'any':
        return this.interface();
      case 'complex':
        return [this.reader.float(), this.reader.float()];
      default:
        return this.reader[type.kind]();
    }
  }

  readAlone(typeId: number): unknown {
    if (this.types.get(typeId).kind !== 'struct' && this.reader.uint() !== 0) {
      throw new GobError('malformed', 'a value alone does not start with zero');
    }
    return this.read(typeId);
  }

  uint(): number | bigint {
    return this.reader.uint();
  }

  typeId(): number | undefined {
    while (this.reader.left > 0) {
      const id = this.reader.id();
      if (id >= 0) return id;
      this.define(-id);
      // Inside an interface in an interface the pieces carry their lengths, which nobody needs.
      if (this.reader.left > 0) this.reader.uint();
    }
    return undefined;
  }

  /** Reads the definition of a type. */
  define(id: number): void {
    const definition = new ValueMachine(this.types, this.limits);
    definition.reader = this.reader;
    this.types.define(id, definition.start(WIRE_TYPE_ID) as GobValue<typeof wireType>);
  }

  private length(type: TypeDef & {kind: 'list'}): number {
    const length = this.reader.count();
    if (type.length !== undefined && length !== type.length) {
      throw new GobError('malformed', 'an array of another length than its type');
    }
    return length;
  }

  private mapFrame({key, elem}: TypeDef & {kind: 'map'}): MapFrame {
    return new MapFrame(key, elem, this.reader.count(), this.types.get(key).kind === 'string');
  }

  private interface(): unknown {
    const name = this.reader.string();
    return name === '' ? null : this.open(new InterfaceFrame(name));
  }

  private open(frame: Frame): typeof OPENED {
    if (this.stack.length >= this.limits.depth) {
      throw new GobError('over-limit', `more than ${this.limits.depth} values inside each other`);
    }
    this.stack.push(frame);
    return OPENED;
  }
}

const WIRE_TYPE_ID = BOOTSTRAP_IDS.get(wireType) ?? 0;
