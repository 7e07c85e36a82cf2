import {PLAIN_TYPES} from './concrete-types.js';
import {GobError} from './gob-error.js';
import {GobNamed} from './gob-named.js';
import type {FieldDef} from './type-table.js';

/** Says that a value is not there yet: a frame for it was opened. */
export const OPENED = Symbol('opened');

/** What a frame reads from. */
export interface FrameSource {
  /** Reads a value of a type, or opens a frame for it and answers {@link OPENED}. */
  read(typeId: number): unknown;
  uint(): number | bigint;
  /** The id of an interface's type, after the definitions in front of it; undefined: in the next message. */
  typeId(): number | undefined;
  /** A value that stands alone: behind a zero byte unless it is a struct. */
  readAlone(typeId: number): unknown;
}

/** A value that is being read and consists of others. */
export interface Frame {
  /** Goes on reading until the value is complete, a part of it was opened, or the message is over. */
  advance(source: FrameSource): 'finished' | 'opened' | 'starved';
  /** Takes the part that was opened. */
  receive(part: unknown): void;
  readonly value: unknown;
}

export class StructFrame implements Frame {
  readonly value: Record<string, unknown> = {};
  private index = -1;
  private name = '';

  constructor(private readonly fields: readonly FieldDef[]) {}

  advance(source: FrameSource): 'finished' | 'opened' {
    for (;;) {
      const delta = source.uint();
      if (delta === 0) return 'finished';
      this.index += Number(delta);
      const field = this.fields[this.index];
      if (!field) throw new GobError('malformed', 'a field beyond the end of its struct');
      this.name = field.name;
      const part = source.read(field.id);
      if (part === OPENED) return 'opened';
      this.receive(part);
    }
  }

  receive(part: unknown): void {
    this.value[this.name] = part;
  }
}

export class ListFrame implements Frame {
  readonly value: unknown[] = [];

  constructor(
    private readonly elem: number,
    private readonly length: number,
  ) {}

  advance(source: FrameSource): 'finished' | 'opened' {
    while (this.value.length < this.length) {
      const part = source.read(this.elem);
      if (part === OPENED) return 'opened';
      this.value.push(part);
    }
    return 'finished';
  }

  receive(part: unknown): void {
    this.value.push(part);
  }
}

const NO_KEY = Symbol('no key');

export class MapFrame implements Frame {
  readonly value: Record<string, unknown> | Map<unknown, unknown>;
  private key: unknown = NO_KEY;
  private left: number;

  constructor(
    private readonly keyType: number,
    private readonly elem: number,
    length: number,
    stringKeys: boolean,
  ) {
    this.left = length;
    this.value = stringKeys ? (Object.create(null) as Record<string, unknown>) : new Map();
  }

  advance(source: FrameSource): 'finished' | 'opened' {
    while (this.left > 0) {
      const part = source.read(this.key === NO_KEY ? this.keyType : this.elem);
      if (part === OPENED) return 'opened';
      this.receive(part);
    }
    return 'finished';
  }

  receive(part: unknown): void {
    if (this.key === NO_KEY) {
      this.key = part;
      return;
    }
    if (this.value instanceof Map) this.value.set(this.key, part);
    else this.value[this.key as string] = part;
    this.key = NO_KEY;
    this.left--;
  }
}

/** The only place where a value may go on in the next message: Go cuts it behind each definition it needs here. */
export class InterfaceFrame implements Frame {
  value: unknown;
  private received = false;

  constructor(private readonly name: string) {}

  advance(source: FrameSource): 'finished' | 'opened' | 'starved' {
    if (this.received) return 'finished';
    const id = source.typeId();
    if (id === undefined) return 'starved';
    // The length would let a reader skip the value; cut values make it unreliable.
    source.uint();
    const part = source.readAlone(id);
    if (part === OPENED) return 'opened';
    this.receive(part);
    return 'finished';
  }

  receive(part: unknown): void {
    this.value = PLAIN_TYPES.has(this.name) ? part : new GobNamed(this.name, part);
    this.received = true;
  }
}
