/** How webhooks can be worded and signed: as the acquirer does, or as Rafiki. */
export const WEBHOOK_SCHEMES = ['standard_webhooks', 'rafiki'] as const;

export type WebhookScheme = (typeof WEBHOOK_SCHEMES)[number];
