/** Why the desk cannot start or go on, in one sentence for the person who typed the command. */
export class DeskError extends Error {}
