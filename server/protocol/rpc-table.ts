import type {GobType, GobValue} from '../wire/gob/type.js';
import type {RpcClient} from '../wire/netrpc/client.js';
import type {RpcMethod} from '../wire/netrpc/server.js';

/** One remote procedure: what is sent and what comes back. */
export interface RpcRow {
  readonly args: GobType;
  readonly reply: GobType;
}

export type RpcTable = Readonly<Record<string, RpcRow>>;
export type RpcArgs<Row extends RpcRow> = GobValue<Row['args']>;
export type RpcReply<Row extends RpcRow> = GobValue<Row['reply']>;

/** One function for each row of a table. */
export type RpcFunctions<Table extends RpcTable> = {
  readonly [Name in keyof Table]: (args: RpcArgs<Table[Name]>) => Promise<RpcReply<Table[Name]>>;
};

/** Mattermost registers everything under this name, in both directions. */
const service = 'Plugin.';

/** Calls the rows of `table` at the other end. A function rejects with `RpcError` or when the connection ends. */
export function createRpcFunctions<Table extends RpcTable>(
  table: Table,
  client: RpcClient,
): RpcFunctions<Table> {
  const functions = Object.entries(table).map(([name, row]) => [
    name,
    (args: unknown) => client.call(service + name, row.args, args),
  ]);
  return Object.fromEntries(functions) as RpcFunctions<Table>;
}

/** Answers the rows of `table` that have a function; all others are unknown methods to the caller. */
export function answerRpc<Table extends RpcTable>(
  table: Table,
  functions: Partial<RpcFunctions<Table>>,
): (method: string) => RpcMethod | undefined {
  const methods = new Map<string, RpcMethod>();
  for (const [name, row] of Object.entries(table)) {
    const handle = functions[name] as RpcMethod['handle'] | undefined;
    if (handle !== undefined) methods.set(service + name, {reply: row.reply, handle});
  }
  return (method) => methods.get(method);
}
