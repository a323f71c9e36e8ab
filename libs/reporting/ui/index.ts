export const myDayPage = () => import('./my-day/my-day-page').then((file) => file.MyDayPage);
export const settlementsPage = () => import('./settlements/settlements-page').then((file) => file.SettlementsPage);
