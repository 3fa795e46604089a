export const serviceNames = ['gateway', 'registry', 'intake', 'dispatch', 'deliberation', 'scoring', 'notify'] as const;
export type ServiceName = (typeof serviceNames)[number];
