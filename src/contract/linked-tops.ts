/** Top level domains most linked (Verisign, 2025), besides the two letters of a country: known without the table of suffixes, which leaves them out. */
export const TOPS = 'com|net|org|info|edu|gov|xyz|top|shop|online|site|club|live|app|dev|link|click|vip|icu|store';
