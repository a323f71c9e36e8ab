export const myDayPage = () => import('./my-day/my-day-page').then((file) => file.MyDayPage);
