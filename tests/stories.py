"""Small stories for the tests, written for them, in a newsroom's style."""

TANKS = """date 2022-08-26 Continental Wire
Poland signs for South Korean tanks

WARSAW (Continental Wire) - Poland signed a $3.4 billion contract with Hyundai Rotem for 180 K2 tanks on Friday, \
Defence Minister Mariusz Blaszczak said.

"This is a great day for the army," Blaszczak told reporters in Morag.

The first ten tanks will be delivered to Poland in December 2022.

Related Topics

Poland South Korea Tanks

Recent Stories

Peru orders two frigates ..

4 minutes ago

(c) 2022 Continental Wire. All rights reserved.
"""

AGAIN = """date 2022-12-06 Baltic Courier
First Korean tanks reach Gdynia

The first ten K2 tanks arrived in Poland from South Korea on Monday, three months after Warsaw ordered 180 of them for about $3.4 billion.

Polish Defence Minister Mariusz Blaszczak and Polish President Andrzej Duda were at the quay.
"""

PLAIN = """date 2022-03-01 Baltic Courier
Rain expected along the coast

Rain is expected along the coast on Wednesday, and the wind will turn to the west. Ferries keep to their timetable.
"""

TALKS = """date 2022-07-27 Baltic Courier
Warsaw looks to Korea for tanks

Poland is in talks with South Korea to buy K2 tanks, Defence Minister Mariusz Blaszczak said on Wednesday.
"""
