import { PolyrailError } from '@polyrail/core';
import { redactText } from '@polyrail/redaction';
import closeWithGrace from 'close-with-grace';
import { KeyRing } from './access/key-ring.ts';
import { banner } from './banner.ts';
import { demoApiKey, readConfig } from './settings/config.ts';
import { hostRedactor } from './settings/host-redactor.ts';
import { openHostSecrets } from './settings/host-secrets.ts';
import { startHost } from './start-host.ts';

// Until the settings are read, their secrets are not known by value.
let redact = redactText;
try {
  const secrets = await openHostSecrets(process.env);
  const config = readConfig(process.env, secrets);
  const redactor = hostRedactor(config);
  redact = redactor.text;
  const host = await startHost(config, secrets, redactor);
  const isDemo = new KeyRing(config.apiKeys).find(demoApiKey) !== undefined;
  process.stdout.write(banner(host, isDemo ? demoApiKey : '$POLYRAIL_API_KEY'));
  closeWithGrace({ delay: 3_000 }, async ({ err }) => {
    if (err !== undefined) process.stderr.write(`Stopping after a fault: ${redact(err.stack ?? err.message)}\n`);
    await host.close();
  });
} catch (error) {
  process.stderr.write(`${redact(startFailure(error))}\n`);
  process.exit(1);
}

function startFailure(error: unknown): string {
  if (PolyrailError.is(error))
    return `${error.code === 'configuration_invalid' ? 'The configuration is invalid' : 'The host cannot start'}:\n${error.message}`;
  if (error instanceof Error && 'code' in error && 'port' in error && error.code === 'EADDRINUSE')
    return `Port ${error.port} is in use: stop the program that has it, or set PORT or SANDBOX_PORT to another.`;
  if (error instanceof Error && 'code' in error && /^(ENOTFOUND|EADDRNOTAVAIL|EACCES)$/.test(String(error.code)))
    return `The host cannot listen there (${error.code}): set HOST to an address of this machine, and PORT to one that it may use.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
