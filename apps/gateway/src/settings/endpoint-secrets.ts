import type { LiveSecret } from '@polyrail/webhooks';
import { type EndpointConfig, webhookEndpoints } from './webhook-endpoints.ts';

/** An endpoint whose secrets are asked for at each event. */
export type FollowedEndpoint = Omit<EndpointConfig, 'secrets'> & { readonly secrets: () => readonly LiveSecret[] };

/** What the host signs its events with, replaced while it runs. Where they go, and which, is decided at its start. */
export class EndpointSecrets {
  readonly endpoints: readonly FollowedEndpoint[];
  #now: readonly EndpointConfig[];

  constructor(endpoints: readonly EndpointConfig[]) {
    this.#now = endpoints;
    this.endpoints = endpoints.map((started) => ({ ...started, secrets: () => this.#find(started.id) }));
  }

  /** Every secret that events are signed with now. */
  get live(): readonly LiveSecret[] {
    return this.#now.flatMap(({ secrets }) => secrets);
  }

  /** @param text a new value of `POLYRAIL_WEBHOOK_ENDPOINTS`. @returns false where it cannot be read, or says more than new secrets: nothing changes then */
  replace(text: string): boolean {
    const { data } = webhookEndpoints.safeParse(text);
    if (data === undefined || shapeOf(data) !== shapeOf(this.#now)) return false;
    this.#now = data;
    return true;
  }

  #find(id: string): readonly LiveSecret[] {
    return this.#now.find((endpoint) => endpoint.id === id)?.secrets ?? [];
  }
}

/** All but the secrets, whatever the order. */
function shapeOf(endpoints: readonly EndpointConfig[]): string {
  return JSON.stringify(endpoints.map(({ id, url, types, tenant }) => [id, url, types, tenant].join(' ')).sort());
}
