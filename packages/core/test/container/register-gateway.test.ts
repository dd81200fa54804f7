import { Container, type ContainerModule } from 'inversify';
import { describe, expect, it } from 'vitest';
import { gatewayToken, PolyrailError, registerGateway } from '../../src/index.ts';
import { chargeOf } from '../support/records.ts';
import { scriptedProvider } from '../support/scripted-provider.ts';

const withCode = (code: string) => expect.toSatisfy((error) => PolyrailError.is(error) && error.code === code);

describe('registerGateway', () => {
  it('puts the gateway into the container of the host and returns it', async () => {
    const container = new Container();
    const gateway = await registerGateway(container, { providers: [scriptedProvider()] });
    expect(container.get(gatewayToken)).toBe(gateway);
    expect((await gateway.charge(chargeOf())).outcome.kind).toBe('succeeded');
  });

  it('works with a container whose load is a promise', async () => {
    const container = new Container();
    const host = {
      get: container.get.bind(container),
      load: async (...modules: ContainerModule[]) => {
        await container.load(...modules);
      },
    };
    expect((await registerGateway(host)).providers()).toEqual([]);
  });

  it.each([
    ['provider_duplicate', { providers: [scriptedProvider(), scriptedProvider()] }],
    ['provider_invalid', { providers: [scriptedProvider({ id: '' })] }],
    ['configuration_invalid', { providers: [scriptedProvider()], policy: { deadlineMs: -5 } }],
  ] as const)('shows %s at once, not with the first payment', async (code, options) => {
    await expect(registerGateway(new Container(), options)).rejects.toEqual(withCode(code));
  });

  it('refuses a second time', async () => {
    const container = new Container();
    await registerGateway(container);
    await expect(registerGateway(container)).rejects.toEqual(withCode('module_loaded_twice'));
  });
});
