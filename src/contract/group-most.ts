/** In groups of more members nothing is said of who writes: strangers are what such a group is made of. */
export const GROUP_MOST = 20;
