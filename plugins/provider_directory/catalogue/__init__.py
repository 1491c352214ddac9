"""What is true on a day: statuses, prices and who offers what where. Knows neither files nor HTML nor the clock."""
