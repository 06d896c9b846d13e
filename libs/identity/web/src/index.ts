export { DeviceDrafts, type KeptDraft } from './device-drafts';
export { identityRoutes } from './identity.routes';
export { type Person, SessionStore } from './session-store';
export { staffOnly } from './staff-only';
