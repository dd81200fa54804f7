import { parseArgs } from 'node:util';

/** The options of the command line. Any other option, and any word without one, ends the process with the usage. */
export function readOptions(options, usage) {
  try {
    return parseArgs({ options }).values;
  } catch {
    return refuse(usage);
  }
}

/** Ends the process when the name of a thing was given that is not there. */
export function requireName(thing, name, names) {
  if (name !== undefined && !names.includes(name))
    refuse(`There is no ${thing} "${name}". There are: ${names.join(', ')}.`);
}

/** Ends the process: what was asked for cannot be done. */
export function refuse(text) {
  console.error(text);
  process.exit(2);
}
