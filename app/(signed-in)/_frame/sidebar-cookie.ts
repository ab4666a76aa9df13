export const sidebarCookie = 'trackline-sidebar';
