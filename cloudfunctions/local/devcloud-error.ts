/** Why the local cloud cannot start, in one sentence for the person who typed the command. */
export class DevcloudError extends Error {}
