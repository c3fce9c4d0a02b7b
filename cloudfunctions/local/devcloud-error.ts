/** Why the local cloud cannot start or go on, in one sentence for the person who typed the command. */
export class DevcloudError extends Error {}
