import {parseArgs, type ParseArgsConfig} from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads the options of a script's command line. A mistake is reported in one sentence, and ends the script with status
 * 2.
 */
export const readOptions = <Given extends Options>(options: Given) => {
  try {
    return parseArgs<{options: Given}>({options}).values;
  } catch (error) {
    console.error(error instanceof TypeError ? error.message : error);
    return process.exit(2);
  }
};
