import {wireType} from './bootstrap.js';
import {encodeAlone, type EncodeContext} from './encode-value.js';
import {GobWriter} from './gob-writer.js';
import type {GobType, GobValue} from './type.js';
import {TypeIds, type Definition} from './type-ids.js';

export interface EncoderOptions {
  /** Types a value may have inside an interface, by their registered Go names. */
  readonly named?: Readonly<Record<string, GobType>>;
}

/** One direction of a gob stream: remembers the types it has defined. */
export interface GobEncoder {
  /** The bytes of one value, with the definitions the other side lacks. Throws {@link GobError}. */
  encode<T extends GobType>(type: T, value: GobValue<T>): Uint8Array;
  /** Values that belong together: either all their bytes and definitions are made, or none are. */
  encodeAll(pairs: readonly (readonly [type: GobType, value: unknown])[]): Uint8Array;
}

/**
 * Creates an encoder. All definitions precede the value as messages of their own, so a value is always one message.
 * What throws leaves no trace: the types it would have defined will be defined with the next value that needs them.
 */
export function createEncoder({named = {}}: EncoderOptions = {}): GobEncoder {
  const ids = new TypeIds();
  const out = new GobWriter();
  const value = new GobWriter();
  const definition = new GobWriter();
  const context: EncodeContext = {named, idOf: (type) => ids.idOf(type, define)};

  function define({id, wire}: Definition): void {
    definition.reset();
    definition.int(-id);
    encodeAlone(definition, wireType, wire, context);
    out.bytes(definition.written);
  }

  function append(type: GobType, content: unknown): void {
    value.reset();
    value.int(ids.idOf(type, define));
    encodeAlone(value, type, content, context);
    out.bytes(value.written);
  }

  function encodeAll(pairs: readonly (readonly [GobType, unknown])[]): Uint8Array {
    out.reset();
    try {
      for (const [type, content] of pairs) append(type, content);
    } catch (error) {
      ids.rollback();
      throw error;
    }
    ids.commit();
    return out.take();
  }

  return {encode: (type, content) => encodeAll([[type, content]]), encodeAll};
}
