import datetime
import django.db.models.deletion
import seren.foundation.kernel.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Provider',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('name', models.CharField(max_length=120)),
                ('made_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Setting',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('name', models.CharField(max_length=120)),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('nation', models.CharField(choices=[('england', 'England'), ('wales', 'Wales')], max_length=8)),
                ('care', models.CharField(choices=[('pre-school', 'Pre-school'), ('day-care', 'Day care'), ('club', 'Out-of-school club')], default='pre-school', max_length=12)),
                ('key_person_word', models.CharField(default='key-person', max_length=24)),
                ('welsh_first', models.BooleanField(default=False)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('email', models.CharField(blank=True, max_length=254)),
                ('address', models.TextField(blank=True)),
                ('digest_at', models.TimeField(default=datetime.time(17, 30))),
                ('made_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('nation__in', ['england', 'wales'])), name='setting_nation_known'), models.CheckConstraint(condition=models.Q(('care__in', ['pre-school', 'day-care', 'club'])), name='setting_care_known')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('code', models.SlugField(max_length=12)),
                ('name', models.CharField(max_length=60)),
                ('starts', models.TimeField()),
                ('ends', models.TimeField()),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='provision.setting')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('setting', 'code'), name='session_code_once'), models.CheckConstraint(condition=models.Q(('ends__gt', models.F('starts'))), name='session_ends_later')],
            },
        ),
        migrations.CreateModel(
            name='Room',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('name', models.CharField(max_length=80)),
                ('closed_at', models.DateTimeField(null=True)),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rooms', to='provision.setting')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('setting', 'name'), name='room_name_once')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('role', models.CharField(choices=[('owner', 'Owner'), ('manager', 'Manager'), ('deputy', 'Deputy manager'), ('safeguarding-lead', 'Safeguarding lead'), ('deputy-safeguarding-lead', 'Deputy safeguarding lead'), ('practitioner', 'Practitioner'), ('volunteer', 'Volunteer'), ('trainee', 'Trainee'), ('chair', 'Chair'), ('treasurer', 'Treasurer'), ('secretary', 'Secretary'), ('committee', 'Committee member')], max_length=32)),
                ('statement_at', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='accounts.person')),
                ('room', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='provision.room')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='provision.setting')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'setting'], name='membership_by_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('role__in', ['owner', 'manager', 'deputy', 'safeguarding-lead', 'deputy-safeguarding-lead', 'practitioner', 'volunteer', 'trainee', 'chair', 'treasurer', 'secretary', 'committee'])), name='membership_role_known'), models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('person', 'setting', 'role', 'room'), name='role_held_once', nulls_distinct=False)],
            },
        ),
        migrations.CreateModel(
            name='Closure',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('day', models.DateField()),
                ('reason', models.CharField(max_length=120)),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='closures', to='provision.setting')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('setting', 'day'), name='closed_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Absence',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('first_day', models.DateField()),
                ('last_day', models.DateField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='absences', to='accounts.person')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='provision.setting')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='absence_ends_later')],
            },
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('name', models.CharField(max_length=60)),
                ('first_day', models.DateField()),
                ('last_day', models.DateField()),
                ('half_term_from', models.DateField(null=True)),
                ('half_term_to', models.DateField(null=True)),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='provision.setting')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='term_ends_later')],
            },
        ),
        migrations.CreateModel(
            name='WorkingPattern',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('weekday', models.SmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')])),
                ('from_day', models.DateField()),
                ('until_day', models.DateField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='working_patterns', to='accounts.person')),
                ('room', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='provision.room')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='provision.session')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='provision.setting')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
